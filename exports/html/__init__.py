"""Documents as HTML: one file that any browser opens, without a network and without a script.

It is the same hand as the PDF (`exports.pdf.scale`) and says the same words in the same order.
`page` writes the file from Jinja templates in which every word is escaped, `figures` reckons what
is drawn, `faces` embeds of each typeface what the document needs.
"""

from exports.html.page import render_html

__all__ = ["render_html"]
