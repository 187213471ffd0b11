"""The sounds that ship, and how each was made.

tone.py    the sound of news, reckoned from two sine waves
news.wav   what it gave
"""
