/** Sums over all partnerships of a programme, with what is of few masked. It stands on no other part of the room. */
@NullMarked
package se.samverkan.reporting.aggregate;

import org.jspecify.annotations.NullMarked;
