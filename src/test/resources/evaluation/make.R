# Invents the files of this folder, once: Rscript make.R
set.seed(20270312)
n <- 90
start <- sample(c(2003, 2004, 2006, NA), n, replace = TRUE, prob = c(.2, .2, .15, .45))
cluster <- paste0("M", sample(1:17, n, replace = TRUE))
weight <- sample(c(0.5, 1, 2, 3.5), n, replace = TRUE)
level <- rnorm(n, 210, 15)
rows <- do.call(rbind, lapply(2001:2006, function(year) data.frame(
  unit = sprintf("u%03d", 1:n), period = year,
  outcome = round(level + 2 * (year - 2001) + rnorm(n, 0, 6) + ifelse(!is.na(start) & year >= start, 3 + year - start, 0), 2),
  treated_from = ifelse(is.na(start), "", start), cluster = cluster, weight = weight)))
write.csv(rows[sample(nrow(rows)), ], "panel.csv", row.names = FALSE, quote = FALSE)

m <- 23
pairs <- data.frame(id = sprintf("s%02d", 1:(2 * m)), pair = rep(sprintf("p%02d", 1:m), each = 2), offered = rep(c(1, 0), m))
pairs$took_part <- ifelse(pairs$offered == 1, rbinom(2 * m, 1, .8), rbinom(2 * m, 1, .1))
pairs$outcome <- round(rep(rnorm(m, 200, 12), each = 2) + rnorm(2 * m, 0, 8) + 4 * pairs$took_part, 1)
pairs$nested <- rep(sample(c("A", "B", "C", "D", "E", "F"), m, replace = TRUE), each = 2)
pairs$crossed <- sample(paste0("K", 1:9), 2 * m, replace = TRUE)
write.csv(pairs, "pairs.csv", row.names = FALSE, quote = FALSE)
