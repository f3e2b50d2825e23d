"""What the tests of supplements share: looking into a finished figure."""

from exhibits.base import Look

LIGHT = Look("light", "wide")


def texts(figure) -> list[str]:
    """All words inside the plot."""
    inside = [word for trace in figure.data if trace.type == "scatter" for word in trace.text]
    return [*inside, *(note.text for note in figure.layout.annotations)]


def bars(figure, name):
    """The bars of this name."""
    return next(trace for trace in figure.data if trace.name == name)
