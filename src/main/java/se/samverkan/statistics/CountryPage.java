package se.samverkan.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The country's figures with all their words and pictures.
 *
 * @param chosen the one indicator that is shown with all its parts, or nothing for all of them as a whole
 * @param sections the charts under their headings
 */
record CountryPage(Optional<IndicatorView> chosen, List<UnitPage.Section> sections) {}
