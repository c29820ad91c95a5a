-- Without a list of pending words, which the planner takes for so dear that it walks the whole table for a rare word instead.
ALTER INDEX meeting_search SET (fastupdate = off);
ALTER INDEX decision_search SET (fastupdate = off);
ALTER INDEX statement_search SET (fastupdate = off);
