/**
 * Criteria, and the candidates they give: each unit with what its figures can carry, and what of it a basis holds. It
 * stands on {@code round}, {@code method} and {@code material}, since an excluded unit counts nowhere.
 */
@NullMarked
package se.samverkan.selection.candidate;

import org.jspecify.annotations.NullMarked;
