"""A region's file through the whole flow: names, figures, rules, verdicts, a preview, and saving it."""
