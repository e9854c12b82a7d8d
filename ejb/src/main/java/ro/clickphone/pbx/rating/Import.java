package ro.clickphone.pbx.rating;

import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param staged the deck, to be applied or thrown away; empty when a line is wrong
 * @param change against the deck that would be in force otherwise
 * @param errors the first ones
 * @param wrong how many lines are wrong
 */
public record Import(Optional<Deck> staged, DeckChange change, List<LineError> errors, int wrong) {}
