# Expected values of DiscontinuityTests: Imbens and Kalyanaraman's bandwidth written anew, local lines and parabolas by lm, HC1 by sandwich.
# Run in this folder: Rscript threshold.R
library(sandwich)
set.seed(5)
n <- 400
x <- round(runif(n, -1, 1.4), 3)
y <- round(20 + 8 * x - 6 * x^2 + 3 * x^3 + 4 * (x >= 0) + rnorm(n, 0, 3), 2)
write.csv(data.frame(id = sprintf("u%03d", 1:n), score = x + 2, outcome = y), "threshold.csv", row.names = FALSE, quote = FALSE)
h1 <- 1.84 * sd(x) * n^(-1 / 5)
l <- x < 0 & x >= -h1; r <- x >= 0 & x <= h1
f <- (sum(l) + sum(r)) / (2 * n * h1)
m3 <- 6 * coef(lm(y ~ I(x >= 0) + x + I(x^2) + I(x^3)))[5]
side <- function(keep, v, above) {
  h2 <- 3.56 * (v / (f * m3^2))^(1 / 7) * sum(keep)^(-1 / 7)
  near <- keep & abs(x) <= h2
  c(m = 2 * unname(coef(lm(y ~ x + I(x^2), subset = near))[3]), r = unname(2160 * v / (sum(near) * h2^4)))
}
a <- side(x < 0, var(y[l]), FALSE); b <- side(x >= 0, var(y[r]), TRUE)
h <- 3.4375 * ((var(y[l]) + var(y[r])) / (f * ((b["m"] - a["m"])^2 + a["r"] + b["r"])))^(1 / 5) * n^(-1 / 5)
ends <- function(degree) sapply(c(FALSE, TRUE), function(above) {
  keep <- (x >= 0) == above & abs(x) < h
  d <- data.frame(x = x[keep], y = y[keep], w = 1 - abs(x[keep]) / h)
  fit <- lm(y ~ poly(x, degree, raw = TRUE), data = d, weights = w)
  c(unname(coef(fit)[1]), vcovHC(fit, "HC1")[1, 1])
})
lines <- ends(1); curves <- ends(2)
out <- c(bandwidth = unname(h), estimate = lines[1, 2] - lines[1, 1], conventional = sqrt(sum(lines[2, ])),
  corrected = curves[1, 2] - curves[1, 1], robust = sqrt(sum(curves[2, ])))
write.csv(data.frame(name = names(out), value = sprintf("%.10f", out)), "threshold.expected.csv", row.names = FALSE, quote = FALSE)
