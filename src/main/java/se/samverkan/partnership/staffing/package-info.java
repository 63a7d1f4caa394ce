/**
 * Who is who in a partnership, and who is missing: roles that are assignments and end by their date, pairs of facilitators
 * and their load, working groups. It stands on the room's own views only.
 */
@NullMarked
package se.samverkan.partnership.staffing;

import org.jspecify.annotations.NullMarked;
