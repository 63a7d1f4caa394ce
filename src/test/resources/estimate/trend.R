# Makes the expected values of SlopesTests: Rscript trend.R
# R 4.2.2 with metafor 3.8-1 (Debian 12). One random-effects meta-regression with an intercept and a slope per unit; what
# is between the figures of a unit beyond chance is one variance for all, by Paule and Mandel's method.
suppressMessages(library(metafor))
d <- read.csv(text = "unit,year,y,n
A,2020,80,50
A,2021,76,50
A,2022,70,50
A,2023,71,50
A,2024,62,50
B,2020,60,25
B,2021,90,10
B,2022,55,20
C,2020,95,120
C,2022,84,110
C,2023,97,130
C,2024,85,125
D,2021,100,20
D,2022,100,20
D,2023,100,20
E,2020,40,30
E,2021,46,32
E,2022,58,28
E,2023,61,35
E,2024,70,31")
# The variance of a share of n pupils at the unit's own mean over the years, on the per cent scale.
p <- sapply(d$unit, function(u) with(d[d$unit == u, ], sum(n * y) / sum(n))) / 100
d$v <- 10000 * pmax(p * (1 - p), (0.5 / d$n) * (1 - 0.5 / d$n)) / d$n
fitted <- function(factor) {
  f <- rma(y, v * factor, mods = ~ 0 + unit + unit:I(year - 2022), data = d, method = "PM", test = "t",
    control = list(tol = 1e-14, maxiter = 1000))
  i <- grep("year", rownames(f$beta))
  print(c(tau2 = f$tau2, df = f$k - f$p, t = qt(0.975, f$k - f$p)), digits = 15)
  print(data.frame(b = f$beta[i], se = f$se[i], lb = f$ci.lb[i], ub = f$ci.ub[i], row.names = LETTERS[1:5]), digits = 13)
}
fitted(1)
fitted(8)
# One unit by itself, three years of 40 pupils, no chance left over: the weighted line of lm().
one <- data.frame(year = 2022:2024, y = c(70, 65, 62), n = 40)
q <- mean(one$y) / 100
v <- 10000 * q * (1 - q) / 40
m <- lm(y ~ year, data = one)
print(c(b = coef(m)[[2]], se = sqrt(v / 2), t = qt(0.975, 1)), digits = 15)
