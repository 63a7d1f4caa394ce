# Makes the expected values of MetaRegressionTests, beside this file: Rscript expected.R
# R 4.2.2 with metafor 3.8-1 (Debian 12). Each NAME.csv is an input of `samverkan estimate`, each NAME.expected.csv what
# metafor's rma(method = "REML", test = "z") and blup() say of it, iterated to 1e-14 instead of the usual 1e-5.
# metafor keeps k-by-k matrices, so the 100,000 units are fitted by linear() below, from the same formulas; that linear()
# is right is shown by stopifnot() on the 1,500 units, where metafor can follow.
suppressMessages(library(metafor))

say <- function(x) formatC(x, digits = 17, format = "g")

write <- function(name, ids, tau2, i2, names, beta, se, units) {
  rows <- c("kind,name,estimate,se", paste0("tau2,,", say(tau2), ","), paste0("i2,,", say(i2), ","),
    paste("coefficient", names, say(beta), say(se), sep = ","),
    paste("unit", ids, say(units$pred), say(units$se), sep = ","))
  writeLines(rows, paste0(name, ".expected.csv"))
}

fitted <- function(d, control = list(threshold = 1e-14, maxiter = 10000)) {
  covariates <- setdiff(names(d), c("id", "y", "v"))
  if (length(covariates) == 0) rma(y, v, data = d, control = control)
  else rma(y, v, mods = as.matrix(d[covariates]), data = d, control = control)
}

case <- function(name, d, ...) {
  write.csv(d, paste0(name, ".csv"), row.names = FALSE, quote = FALSE)
  fit <- fitted(read.csv(paste0(name, ".csv")), ...)
  write(name, d$id, fit$tau2, fit$I2, c("intercept", setdiff(names(d), c("id", "y", "v"))), fit$beta[, 1], fit$se,
    as.data.frame(blup(fit)))
  fit
}

# Five units; the same with so much chance that tau2 is 0; one unit; one covariate and three units.
five <- data.frame(id = c("A", "B", "C", "D", "E"), y = c(0.62, 0.75, 0.81, 0.55, 0.9),
  v = c(0.002, 0.004, 0.001, 0.003, 0.005))
case("five", five)
stopifnot(case("five-by-chance", transform(five, v = v * 100))$tau2 < 1e-13)
case("one", five[2, ])
case("three", data.frame(id = 1:3, y = c(1, 2, 4), v = c(0.1, 0.2, 0.1), x1 = c(0, 1, 2)))

# The thirteen BCG trials (Colditz et al. 1994) by latitude and year: W. Viechtbauer, "Conducting meta-analyses in R with
# the metafor package", Journal of Statistical Software 36(3), 2010, pp. 1-48. Year is far from 0 on purpose.
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
bcg <- data.frame(id = bcg$trial, y = round(as.numeric(bcg$yi), 8), v = round(as.numeric(bcg$vi), 8),
  latitude = bcg$ablat, year = bcg$year)
case("bcg", bcg)
case("bcg-plain", bcg[1:3])

# Units by arithmetic that Java repeats exactly (MetaRegressionTests.invented): u(i, m) is in [0, 1).
u <- function(i, m) ((i * m) %% 10007) / 10007
invented <- function(k) {
  i <- seq_len(k)
  x1 <- u(i, 37)
  x2 <- 5 + 10 * u(i, 411)
  data.frame(id = i, y = 3 + 2 * x1 - 0.25 * x2 + u(i, 1231) + u(i, 4099) + u(i, 7919) - 1.5,
    v = 0.01 + 0.3 * u(i, 2003), x1 = x1, x2 = x2)
}

linear <- function(d) {
  x <- cbind(1, d$x1, d$x2 - 10)
  p <- ncol(x)
  at <- function(t) {
    w <- 1 / (d$v + t)
    a <- solve(crossprod(x, w * x))
    b <- a %*% crossprod(x, w * d$y)
    trace <- sum(w) - sum(diag(a %*% crossprod(x, w^2 * x)))
    list(a = a, b = b, trace = trace, score = sum((w * (d$y - x %*% b))^2) - trace)
  }
  tau2 <- uniroot(function(t) at(t)$score, c(0, 10), tol = 1e-15)$root
  fit <- at(tau2)
  back <- rbind(c(1, 0, -10), c(0, 1, 0), c(0, 0, 1))
  lambda <- tau2 / (tau2 + d$v)
  list(tau2 = tau2, i2 = 100 * tau2 / (tau2 + (nrow(d) - p) / at(0)$trace),
    beta = back %*% fit$b, se = sqrt(diag(back %*% fit$a %*% t(back))),
    units = data.frame(pred = lambda * d$y + (1 - lambda) * x %*% fit$b,
      se = sqrt(lambda * d$v + (1 - lambda)^2 * rowSums((x %*% fit$a) * x))))
}

some <- function(name, d, fit, kept) write(name, d$id[kept], fit$tau2, fit$i2, c("intercept", "x1", "x2"), fit$beta, fit$se,
  fit$units[kept, ])

small <- invented(1500)
by.metafor <- fitted(small)
by.linear <- linear(small)
stopifnot(all.equal(by.metafor$tau2, by.linear$tau2, tolerance = 1e-10), all.equal(by.metafor$I2, by.linear$i2, tolerance = 1e-10),
  all.equal(as.numeric(by.metafor$beta), as.numeric(by.linear$beta), tolerance = 1e-9),
  all.equal(by.metafor$se, by.linear$se, tolerance = 1e-9))
some("invented-1500", small, list(tau2 = by.metafor$tau2, i2 = by.metafor$I2, beta = by.metafor$beta[, 1], se = by.metafor$se,
  units = as.data.frame(blup(by.metafor))), c(1, 750, 1500))
large <- invented(100000)
some("invented-100000", large, linear(large), c(1, 50000, 100000))
