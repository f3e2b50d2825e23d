"""What leaves the page: pictures, files, embeds, a data interface. Plain HTTP beside the dashboard, on the same server.

Each answer is a pure function of its address and of the data, so one place keeps them all (`answers.py`). This room knows
exhibits and data, and nothing of Streamlit.
"""
