# The expected line through dose.csv, without packages: Rscript dose.R
d <- read.csv("dose.csv")
d <- d[!is.na(d$dose) & !is.na(d$outcome), ]
power <- function(A, p) {
  e <- eigen((A + t(A)) / 2)
  e$vectors %*% (ifelse(e$values > 1e-9, abs(e$values)^p, 0) * t(e$vectors))
}
told <- function(kind, l) {
  X <- cbind(1, d$dose); M <- solve(crossprod(X)); H <- X %*% M %*% t(X)
  b <- M %*% crossprod(X, d$outcome); r <- d$outcome - X %*% b
  v <- 0; P <- NULL
  for (cluster in unique(d$cluster)) {
    i <- which(d$cluster == cluster)
    pull <- t(l) %*% M %*% t(X[i, , drop = FALSE]) %*% power(diag(length(i)) - H[i, i, drop = FALSE], -0.5)
    v <- v + sum(pull * r[i])^2
    P <- rbind(P, pull %*% (diag(nrow(X)) - H)[i, , drop = FALSE])
  }
  G <- P %*% t(P); df <- sum(diag(G))^2 / sum(G^2); e <- sum(l * b)
  data.frame(kind, estimate = e, se = sqrt(v), df, p = 2 * pt(-abs(e) / sqrt(v), df))
}
out <- rbind(told("slope", c(0, 1)), told("mean", c(1, mean(d$dose))), told("high", c(1, mean(d$dose) + sd(d$dose))))
write.csv(format(out, digits = 12), "dose.expected.csv", row.names = FALSE, quote = FALSE)
