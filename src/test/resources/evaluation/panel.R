# The expected effects of panel.csv, written from the formulae of Callaway and Sant'Anna (2021) as the package did (2.1 and later)
# computes them without covariates, in matrices and with lm for each cell: Rscript panel.R
d <- read.csv("panel.csv")
units <- sort(unique(d$unit))
years <- sort(unique(d$period))
wide <- sapply(years, function(t) { x <- d[d$period == t, ]; x$outcome[match(units, x$unit)] })
first <- d[match(units, d$unit), ]
G <- ifelse(is.na(first$treated_from), 0, first$treated_from)

run <- function(case, control, w, cluster) {
  n <- length(units)
  groups <- sort(unique(G[G > 0]))
  se <- function(psi) sqrt(sum(rowsum(psi, cluster)^2)) / n
  cells <- expand.grid(t = years[-1], g = groups)
  att <- numeric(nrow(cells)); IF <- matrix(0, n, nrow(cells))
  for (k in seq_len(nrow(cells))) {
    g <- cells$g[k]; t <- cells$t[k]
    base <- if (t >= g) max(years[years < g]) else max(years[years < t])
    C <- if (control == "never") G == 0 else G == 0 | (G > t & G != g)
    dy <- wide[, years == t] - wide[, years == base]
    use <- G == g | C
    fit <- lm(dy ~ I(G == g), weights = w, subset = use)
    att[k] <- coef(fit)[2]
    m <- weighted.mean(dy[C], w[C]) + att[k] * (G == g)
    IF[, k] <- w * (dy - m) * ((G == g) / mean(w * (G == g)) - C / mean(w * C))
  }
  pg <- sapply(cells$g, function(g) mean(w * (G == g)))
  out <- data.frame(case, kind = "attGt", a = cells$g, b = cells$t, estimate = att, se = apply(IF, 2, se))
  wif <- function(g, p) {
    one <- sapply(g, function(x) w * (G == x)) - matrix(p, n, length(p), byrow = TRUE)
    one / sum(p) - rowSums(one) %*% t(p / sum(p)^2)
  }
  agg <- function(keep) {
    p <- pg[keep]
    list(est = sum(att[keep] * p) / sum(p),
         psi = IF[, keep, drop = FALSE] %*% (p / sum(p)) + wif(cells$g[keep], p) %*% att[keep])
  }
  add <- function(kind, a, x) out <<- rbind(out, data.frame(case, kind, a = a, b = 0, estimate = x$est, se = se(x$psi)))
  add("simple", 0, agg(which(cells$t >= cells$g)))
  own <- sapply(groups, function(g) mean(att[cells$g == g & cells$t >= g]))
  ownIF <- sapply(groups, function(g) rowMeans(IF[, cells$g == g & cells$t >= g, drop = FALSE]))
  p <- sapply(groups, function(g) mean(w * (G == g)))
  add("group", 0, list(est = sum(own * p) / sum(p), psi = ownIF %*% (p / sum(p)) + wif(groups, p) %*% own))
  es <- sort(unique(cells$t - cells$g))
  ev <- lapply(es, function(e) agg(which(cells$t - cells$g == e)))
  for (i in seq_along(es)) add("event", es[i], ev[[i]])
  later <- ev[es >= 0]
  add("dynamic", 0, list(est = mean(sapply(later, `[[`, "est")), psi = rowMeans(sapply(later, `[[`, "psi"))))
  before <- cells$t < cells$g
  V <- crossprod(rowsum(IF[, before], cluster)) / n^2
  W <- drop(t(att[before]) %*% solve(V, att[before]))
  beyond(case, "pretrends", sum(before), W, pchisq(W, sum(before), lower.tail = FALSE))
  # Relative magnitudes: the union, over the step before the start and its direction, of bounds with normal ends.
  steps <- ev[es < 0]
  target <- list(first = list(x = later[[1]], k = 1), average = list(
    x = list(est = mean(sapply(later, `[[`, "est")), psi = rowMeans(sapply(later, `[[`, "psi"))), k = (length(later) + 1) / 2))
  for (name in names(target)) for (m in c(0, 1, 2)) {
    x <- target[[name]]$x; a <- m * target[[name]]$k
    ends <- sapply(steps, function(s) sapply(c(a, -a), function(o) c(
      x$est - o * s$est - qnorm(0.975) * se(x$psi - o * s$psi), x$est + o * s$est + qnorm(0.975) * se(x$psi + o * s$psi))))
    ends <- matrix(ends, 2); ends <- ends[, ends[1, ] <= ends[2, ], drop = FALSE]
    beyond(case, name, m, min(ends[1, ]), max(ends[2, ]))
  }
  out
}
more <- NULL
beyond <- function(case, kind, a, one, two) more <<- rbind(more, data.frame(case, kind, a, one, two))
one <- rep(1, length(units))
all <- rbind(
  run("never", "never", one, units), run("notyet", "notyet", one, units),
  run("weighted", "never", first$weight, units), run("clustered", "notyet", first$weight, first$cluster))
all$estimate <- sprintf("%.12f", all$estimate); all$se <- sprintf("%.12f", all$se)
write.csv(all, "panel.expected.csv", row.names = FALSE, quote = FALSE)
more$one <- sprintf("%.12f", more$one); more$two <- sprintf("%.12f", more$two)
write.csv(more, "sensitivity.expected.csv", row.names = FALSE, quote = FALSE)
