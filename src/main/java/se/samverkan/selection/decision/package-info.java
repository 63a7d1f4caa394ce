/**
 * What follows an allotment: proposal, decision and its documents, sharing, reserves, closing, and the draws that
 * everybody may see. It stands on {@code round}, {@code method}, {@code candidate} and {@code allotment}.
 */
@NullMarked
package se.samverkan.selection.decision;

import org.jspecify.annotations.NullMarked;
