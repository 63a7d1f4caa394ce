/**
 * What is asked, what can be answered, and what of the answers can be shown: questions in several languages, ready sets of
 * them, and suppression. No database.
 */
@NullMarked
package se.samverkan.survey.question;

import org.jspecify.annotations.NullMarked;
