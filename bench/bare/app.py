"""The least a Streamlit page can be, as a measure for ours: a title, a choice and a sentence."""

import streamlit as st

st.title("Bare page")
choice = st.segmented_control("Choice", ["a", "b", "c"], default="a", key="choice")
st.write(f"Chosen: {choice}")
