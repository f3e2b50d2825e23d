"""Charts: DataFrame in, plotly Figure out. No Streamlit, no files."""
