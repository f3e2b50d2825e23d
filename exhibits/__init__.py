"""What can be shown: a folder a subject, a file an exhibit. Knows data and plotly, never Streamlit."""
