"""How likely two claims of different articles are said of one thing, by all that speaks for and against it together.

Grammar's own match (``claims/matching.py``) asks for reasons that hold by themselves. Articles mostly give many small
ones: a rare word here, a unit that stands once in either text, values that are near. ``measures`` puts each into a
number, ``forest`` adds them up with weights that were fitted on labelled articles, ``scales`` decides.
"""
