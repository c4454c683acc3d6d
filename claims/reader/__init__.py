"""A second reader: what a language model is shown of a text, and what of its answer is taken over.

Grammar finds the values and stays the authority on them. A model is shown a passage in which they are numbered, and
may say of each what it is said of; whatever it says has to stand in what it was shown. Nothing here calls a model.
"""
