"""Teach: a lesson is chosen, shown to the class a step a screen, led from the presenter's window, and answered from phones."""
