"""`/c/<code>`: the page on a pupil's phone. One small page, which works without a script and follows the lesson with one."""
