# The expected effects of pairs.csv by clubSandwich and AER: Rscript pairs.R
suppressPackageStartupMessages({ library(clubSandwich); library(AER) })
d <- read.csv("pairs.csv")
out <- NULL
say <- function(case, kind, fit, term, cluster) {
  t <- coef_test(fit, vcovCR(fit, cluster = cluster, type = "CR2"), test = "Satterthwaite")
  r <- t[rownames(t) == term, ]
  out <<- rbind(out, data.frame(case, kind, estimate = sprintf("%.10f", r$beta), se = sprintf("%.10f", r$SE), df = sprintf("%.8f", r$df)))
}
for (case in c("pair", "nested", "crossed")) {
  say(case, "itt", lm(outcome ~ offered + factor(pair), d), "offered", d[[case]])
  say(case, "late", ivreg(outcome ~ took_part + factor(pair) | offered + factor(pair), data = d), "took_part", d[[case]])
}
write.csv(out, "pairs.expected.csv", row.names = FALSE, quote = FALSE)
