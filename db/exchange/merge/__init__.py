"""Merging: the lines of two hundred gates, from sticks in any order, twice, with gaps and damage, into one register.

What a gate's views show is a function of three sets alone, never of the order in which they came: the lines that are
known of it, the lines that the post has witnessed (said in an answer), and what a lead rejected. Its lines are kept in
two tables: `lines` holds those that count, one unbroken chain an epoch; `held_lines` all others, with the reason.
"""
