package se.samverkan.selection.decision;

import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * What somebody who proposes or decides declares: that nothing makes them partial (jäv, sections 16–18 of the Administrative
 * Procedure Act, förvaltningslagen), and what they still want told. Who is partial stands aside instead, and takes no part.
 *
 * @param impartial that nothing makes them partial
 * @param interest what could look like an interest and is told openly; empty where there is nothing
 */
public record Declaration(boolean impartial, FreeText interest) {

    /** @throws Refusal where it is not declared */
    void check() {
        if (!impartial) {
            throw Refusal.rule("selection.refusal.declaration");
        }
    }
}
