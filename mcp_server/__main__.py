"""`python -m mcp_server`: over standard input and output."""

from mcp_server.tools import server

if __name__ == "__main__":
    server().run("stdio")
