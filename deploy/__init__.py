"""What a server needs that is not the dashboard: the container, the proxy before several of them, and what is inside."""
