# Computes the effects of an evaluation anew, without packages: Rscript repeat.R
for (file in list.files("data", full.names = TRUE)) {
  d <- read.csv(file)
  cat("\n", basename(file), "\n", sep = "")
  if ("pair" %in% names(d)) {
    # Pairs by lot: the mean difference, its error, and how often the lot alone makes so great a one.
    whole <- tapply(!is.na(d$outcome), d$pair, all) & tapply(d$offered, d$pair, length) == 2
    d <- d[d$pair %in% names(whole)[whole], ]
    difference <- tapply(d$outcome * ifelse(d$offered == 1, 1, -1), d$pair, sum)
    took <- tapply(d$took_part * ifelse(d$offered == 1, 1, -1), d$pair, sum)
    n <- length(difference)
    effect <- mean(difference)
    se <- sd(difference) / sqrt(n)
    signs <- if (n <= 16) as.matrix(expand.grid(rep(list(c(-1, 1)), n))) else matrix(sample(c(-1, 1), 1e4 * n, TRUE), 1e4)
    as_great <- sum(abs(signs %*% difference) >= abs(sum(difference)) * (1 - 1e-12))
    p <- if (n <= 16) as_great / 2^n else (1 + as_great) / (1 + 1e4)
    cat(sprintf("pairs %d  effect %.4f  se %.4f  %.4f to %.4f  p by the lot %.4f\n", n, effect, se,
      effect - qt(0.975, n - 1) * se, effect + qt(0.975, n - 1) * se, p))
    if (mean(took) != 0) cat(sprintf("on those who took part %.4f\n", effect / mean(took)))
  } else {
    # Movements: Callaway and Sant'Anna (2021) where all start at once, never treated as comparison.
    periods <- sort(unique(d$period))
    wide <- tapply(d$outcome, list(d$unit, d$period), function(x) x[1])
    start <- tapply(d$treated_from, d$unit, function(x) x[1])
    whole <- rowSums(is.na(wide)) == 0
    wide <- wide[whole, ]; start <- start[whole]
    g <- min(start, na.rm = TRUE)
    treated <- !is.na(start)
    base <- max(periods[periods < g])
    for (t in periods[-1]) {
      from <- if (t >= g) base else max(periods[periods < t])
      moved <- wide[, as.character(t)] - wide[, as.character(from)]
      spread <- function(x) sum((x - mean(x))^2) / length(x)^2
      cat(sprintf("%+d  effect %.4f  se %.4f\n", t - g, mean(moved[treated]) - mean(moved[!treated]),
        sqrt(spread(moved[treated]) + spread(moved[!treated]))))
    }
    mean_after <- rowMeans(wide[, as.character(periods[periods >= g]), drop = FALSE]) - wide[, as.character(base)]
    effect <- mean(mean_after[treated]) - mean(mean_after[!treated])
    se <- sqrt(spread(mean_after[treated]) + spread(mean_after[!treated]))
    cat(sprintf("units %d and %d  effect %.4f  se %.4f  %.4f to %.4f\n", sum(treated), sum(!treated), effect, se,
      effect - qnorm(0.975) * se, effect + qnorm(0.975) * se))
  }
}
