"""Documents: what a workshop's boards receive.

`blocks` says what a document is made of, `pictures` what its figures of a rehearsal hold, `text`
what may be printed, `pdf` sets blocks as a PDF, `readiness` says what a board secretary would send
back, `file_names` names and replaces files.
This floor reads `facilitator` and nothing else of the house; only this floor imports ReportLab.
"""
