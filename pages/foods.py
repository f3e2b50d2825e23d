"""Being built."""
from components import controls, show

show.heading("Being built", "Soon.")
with controls.panel("x"):
    controls.one_of("Sex", {"female": "Women", "male": "Men"}, key="sex")
    controls.some_of("Group", {"a": "A-b", "b": "B"}, key="g")
    controls.search("Search", key="q", placeholder="type")
