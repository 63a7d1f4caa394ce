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
    # Movements: Callaway and Sant'Anna (2021), never treated as comparison, each group from the start of its own.
    periods <- sort(unique(d$period))
    wide <- tapply(d$outcome, list(d$unit, d$period), function(x) x[1])
    start <- tapply(d$treated_from, d$unit, function(x) x[1])
    whole <- rowSums(is.na(wide)) == 0
    wide <- wide[whole, , drop = FALSE]; start <- start[whole]
    n <- nrow(wide); never <- is.na(start)
    cells <- list()
    for (g in sort(unique(start[!never]))) for (t in periods[-1]) {
      from <- max(periods[periods < min(g, t)])
      moved <- wide[, as.character(t)] - wide[, as.character(from)]
      mine <- !never & start == g
      effect <- mean(moved[mine]) - mean(moved[never])
      pull <- n * (ifelse(mine, (moved - mean(moved[mine])) / sum(mine), 0) -
        ifelse(never, (moved - mean(moved[never])) / sum(never), 0))
      cells[[length(cells) + 1]] <- list(g = g, t = t, effect = effect, pull = pull, share = mean(mine))
      cat(sprintf("started %d, %d  effect %.4f  se %.4f\n", g, t, effect, sqrt(mean(pull^2) / n)))
    }
    # All after the start, each group weighed by its units; that the weights are estimated counts too.
    after <- Filter(function(cell) cell$t >= cell$g, cells)
    shares <- sapply(after, `[[`, "share"); effects <- sapply(after, `[[`, "effect")
    weights <- shares / sum(shares)
    apart <- sapply(after, function(cell) (!never & start == cell$g) - cell$share)
    pull <- sapply(after, `[[`, "pull") %*% weights + (apart / sum(shares) - rowSums(apart) %*% t(weights) / sum(shares)) %*% effects
    effect <- sum(weights * effects)
    se <- sqrt(mean(pull^2) / n)
    cat(sprintf("units %d and %d  effect %.4f  se %.4f  %.4f to %.4f\n", sum(!never), sum(never), effect, se,
      effect - qnorm(0.975) * se, effect + qnorm(0.975) * se))
  }
}
