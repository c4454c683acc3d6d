"""The second reader at work: a language model is asked, its answers are kept, and texts are read with them.

``language_model.py`` alone calls a model. Whatever else reads with a second reader takes the answers that are kept.
"""
