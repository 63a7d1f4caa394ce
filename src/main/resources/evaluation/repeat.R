# Computes the effects of an evaluation anew, without packages: Rscript repeat.R
between <- function(what, effect, se, df = Inf) cat(sprintf("%s %.4f  se %.4f  %.4f to %.4f  p %.4f\n", what, effect, se,
  effect - qt(0.975, df) * se, effect + qt(0.975, df) * se, 2 * pt(-abs(effect) / se, df)))

# Lines on either side of a threshold at 0, the nearest counting the most; HC1 (see methods/threshold.md).
side <- function(x, y, h, degree, weights) {
  X <- outer(x / h, 0:degree, `^`)
  inverse <- solve(crossprod(X, X * weights))
  b <- inverse %*% crossprod(X, weights * y)
  r <- weights * as.vector(y - X %*% b)
  list(level = b[1], variance = (inverse %*% crossprod(X * r) %*% inverse)[1, 1] * length(x) / (length(x) - degree - 1),
    curve = if (degree > 1) b[3] / h^2 else 0)
}
bandwidth <- function(x, y) {
  n <- length(x); h1 <- 1.84 * sd(x) * n^-0.2
  under <- y[x >= -h1 & x < 0]; over <- y[x >= 0 & x <= h1]
  f <- (length(under) + length(over)) / (2 * n * h1)
  third <- 6 * coef(lm(y ~ I(x >= 0) + x + I(x^2) + I(x^3)))[[5]]
  bend <- function(above) {
    v <- var(if (above) over else under)
    h2 <- 3.56 * (v / (f * third^2))^(1 / 7) * sum((x >= 0) == above)^(-1 / 7)
    near <- if (above) x >= 0 & x <= h2 else x >= -h2 & x < 0
    c(2 * side(x[near], y[near], h2, 2, rep(1, sum(near)))$curve, 2160 * v / (sum(near) * h2^4))
  }
  b <- bend(FALSE); a <- bend(TRUE)
  3.4375 * ((var(under) + var(over)) / (f * ((a[1] - b[1])^2 + a[2] + b[2])))^0.2 * n^-0.2
}
jump <- function(d) {
  d <- d[!is.na(d$outcome), ]; x <- d$score; y <- d$outcome; h <- bandwidth(x, y)
  at <- function(above, degree) {
    near <- (x >= 0) == above & abs(x) < h
    side(x[near], y[near], h, degree, 1 - abs(x[near]) / h)
  }
  list(linear = at(TRUE, 1)$level - at(FALSE, 1)$level, effect = at(TRUE, 2)$level - at(FALSE, 2)$level,
    se = sqrt(at(TRUE, 2)$variance + at(FALSE, 2)$variance), h = h)
}

for (file in list.files("data", full.names = TRUE)) {
  d <- read.csv(file)
  cat("\n", basename(file), "\n", sep = "")
  if ("score" %in% names(d)) {
    told <- jump(d)
    between("jump at the threshold", told$effect, told$se)
    cat(sprintf("by lines alone %.4f, bandwidth %.4f\n", told$linear, told$h))
    before <- file.path("before", basename(file))
    if (file.exists(before)) {
      told <- tryCatch(jump(read.csv(before)), error = function(none) NULL)
      if (!is.null(told)) between("the year before", told$effect, told$se)
    }
  } else if ("pair" %in% names(d)) {
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
    if ("dose" %in% names(d)) {
      hours <- tapply(d$dose * ifelse(d$offered == 1, 1, -1), d$pair, sum)
      known <- !is.na(hours); ratio <- mean(difference[known]) / mean(hours[known])
      left <- difference[known] - ratio * hours[known]
      if (is.finite(ratio)) between("by hour and person, by the lot", ratio, sd(left) / sqrt(sum(known)) / abs(mean(hours[known])), sum(known) - 1)
    }
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

# Subgroups that the plan names: the effect in each, and the difference between them.
simple <- function(d) {
  periods <- sort(unique(d$period)); wide <- tapply(d$outcome, list(d$unit, d$period), function(x) x[1])
  start <- tapply(d$treated_from, d$unit, function(x) x[1]); whole <- rowSums(is.na(wide)) == 0
  wide <- wide[whole, , drop = FALSE]; offered <- !is.na(start[whole]); first <- min(start, na.rm = TRUE)
  moved <- rowMeans(wide[, as.character(periods[periods >= first]), drop = FALSE]) - wide[, as.character(max(periods[periods < first]))]
  stopifnot(sum(offered) >= 5, sum(!offered) >= 5)
  error <- function(x) sum((x - mean(x))^2) / length(x)^2
  c(mean(moved[offered]) - mean(moved[!offered]), sqrt(error(moved[offered]) + error(moved[!offered])), Inf)
}
paired <- function(d) {
  d <- d[ave(!is.na(d$outcome), d$pair, FUN = sum) == 2, ]
  difference <- tapply(d$outcome * ifelse(d$offered == 1, 1, -1), d$pair, sum)
  stopifnot(length(difference) >= 5)
  c(mean(difference), sd(difference) / sqrt(length(difference)), length(difference) - 1)
}
if (file.exists("subgroups/units.csv")) {
  sides <- read.csv("subgroups/units.csv")
  for (file in list.files("data", full.names = TRUE)) for (division in unique(sides$subgroup)) {
    cat("\n", basename(file), ", subgroups by ", division, "\n", sep = "")
    told <- lapply(c("upper", "lower"), function(name) {
      d <- read.csv(file); d <- d[d[[1]] %in% sides$unit[sides$subgroup == division & sides$side == name], ]
      tryCatch(if ("score" %in% names(d)) unlist(c(jump(d)[c("effect", "se")], Inf)) else if ("pair" %in% names(d)) paired(d) else simple(d),
        error = function(none) rep(NA, 3))
    })
    upper <- told[[1]]; lower <- told[[2]]
    if (anyNA(c(upper, lower))) { cat("too few\n"); next }
    between("upper", upper[1], upper[2], upper[3]); between("lower", lower[1], lower[2], lower[3])
    v <- c(upper[2], lower[2])^2
    df <- if (is.finite(upper[3])) sum(v)^2 / sum(v^2 / c(upper[3], lower[3])) else Inf
    between("difference", upper[1] - lower[1], sqrt(sum(v)), df)
  }
}

# How outcomes go together with the dose: a line with errors for few clusters, CR2 and Satterthwaite (see methods/dose-line.md).
root <- function(A) {
  e <- eigen((A + t(A)) / 2)
  e$vectors %*% (ifelse(e$values > 1e-9, abs(e$values)^-0.5, 0) * t(e$vectors))
}
for (file in list.files("dose", full.names = TRUE)) {
  d <- read.csv(file); d <- d[!is.na(d$dose) & !is.na(d$outcome), ]
  X <- cbind(1, d$dose - mean(d$dose)); M <- solve(crossprod(X)); H <- X %*% M %*% t(X)
  b <- M %*% crossprod(X, d$outcome); r <- d$outcome - X %*% b
  parts <- lapply(unique(d$cluster), function(name) {
    i <- which(d$cluster == name)
    pull <- M[2, ] %*% t(X[i, , drop = FALSE]) %*% root(diag(length(i)) - H[i, i, drop = FALSE])
    list(sum = sum(pull * r[i]), reach = pull %*% (diag(nrow(X)) - H)[i, , drop = FALSE])
  })
  G <- tcrossprod(do.call(rbind, lapply(parts, `[[`, "reach")))
  cat("\n", basename(file), ", dose\n", sep = "")
  between("by hour and person", b[2], sqrt(sum(sapply(parts, `[[`, "sum")^2)), sum(diag(G))^2 / sum(G^2))
}
