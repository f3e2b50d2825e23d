"""For assistants: the dashboard's answers by the Model Context Protocol, each with its uncertainty.

    python -m mcp_server        speaks over standard input and output, as desktop assistants start it

Over HTTP it is part of the dashboard's own server, at `/mcp`, where MCP_HTTP=1 is set; off otherwise.
"""
