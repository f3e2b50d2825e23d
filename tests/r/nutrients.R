# The referee of the nutrients: the same models from the raw NHANES files with R's survey package alone.
#
#   NHANES_DIR=<folder of .xpt or .xpt.gz> Rscript tests/r/nutrients.R > tests/r/nutrients.csv
#
# Written from the published rules and not from the pipeline. Every nutrient, way to count it and adjustment for neuropathy
# in everybody; a sample of groups and of the other outcomes. Prints one long table: analysis, row, statistic, value.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "people.R"))

emit <- function(analysis, row, ...) {
  values <- c(...)
  cat(sprintf("%s,%s,%s,%.10g\n", analysis, row, names(values), unname(values)), sep = "")
}

# ---- Nutrients of the first day ------------------------------------------------------------------------------------
endings <- c(magnesium = "MAGN", phosphorus = "PHOS", calcium = "CALC", potassium = "POTA", zinc = "ZINC", protein = "PROT",
  fiber = "FIBE", carbohydrate = "CARB", fat = "TFAT", energy = "KCAL", caffeine = "CAFF", alcohol = "ALCO",
  sodium = "SODI", sugars = "SUGR")
day_one <- function(file, columns) {
  table <- read_file(file)
  found <- lapply(columns, function(column) if (is.na(column)) rep(NA_real_, nrow(table)) else table[[column]])
  data.frame(seqn = table$SEQN, found)
}
first <- setNames(paste0("DRXT", endings), names(endings))
first["sodium"] <- "DRDTSODI"
without_sugars <- first
without_sugars["sugars"] <- NA
since_2003 <- setNames(paste0("DR1T", endings), names(endings))
with_nutrients <- function(people, diets) merge(people, do.call(rbind, diets), by = "seqn", all.x = TRUE)
early <- with_nutrients(early, list(day_one("DRXTOT", without_sugars), day_one("DRXTOT_B", first),
                                    day_one("DR1TOT_C", since_2003)))
later <- with_nutrients(later, lapply(paste0("DR1TOT_", c("C", "D", "E", "F", "G", "H", "I")), day_one, since_2003))

# ---- Intake as it is counted ---------------------------------------------------------------------------------------
at <- function(x, w, shares) {
  o <- order(x)
  sapply(shares, function(q) x[o][which(cumsum(w[o]) / sum(w) >= q - 1e-12)[1]])
}
counted <- function(p, nutrient, scale) {
  x <- p[[nutrient]]
  x[!p$inside] <- NA
  if (scale == "density") return(ifelse(p$energy > 0, x / p$energy * 1000, NA))
  if (scale == "residual") {
    line <- lm(x ~ energy, data = cbind(p, x = x), weights = w, subset = !is.na(x))
    center <- weighted.mean(p$energy[!is.na(x)], p$w[!is.na(x)])
    return(x - predict(line, p) + predict(line, data.frame(energy = center)))
  }
  x
}
spline_basis <- function(x, knots) {
  cube <- function(u) pmax(u, 0)^3
  k <- length(knots); last <- knots[k]; before <- knots[k - 1]
  sapply(1:(k - 2), function(j) (cube(x - knots[j]) - cube(x - before) * (last - knots[j]) / (last - before) +
    cube(x - last) * (before - knots[j]) / (last - before)) / (last - knots[1])^2)
}
knot_shares <- c(.05, .35, .65, .95)

# ---- Models ----------------------------------------------------------------------------------------------------------
sets <- list(crude = ~ 1, demographic = ~ age + female + race,
  full = ~ age + female + race + school + pir + bmi + smoking + hypertension + diabetes + energy,
  full_energy_spline = ~ age + female + race + school + pir + bmi + smoking + hypertension + diabetes + energy + e2 + e3)
exact <- function(formula, design) svyglm(formula, design, family = quasibinomial(), epsilon = 1e-12, maxit = 100)
models <- function(p, mark, nutrient, scale, adjustment, group = "all", members = TRUE, less = ~ .) {
  p$case <- p[[mark]]
  p$inside <- !is.na(p$case) & p$reliable
  w <- p$w
  energy <- p$energy[p$inside]
  basis <- spline_basis(p$energy, at(energy, w[p$inside], knot_shares))
  p$e2 <- basis[, 1]; p$e3 <- basis[, 2]
  p$x <- counted(p, nutrient, scale)
  known <- p$inside & !is.na(p$x)
  ate <- p[[nutrient]]
  recorded <- p$inside & !is.na(ate)
  if (sum(w[recorded & ate == 0]) / sum(w[recorded]) > 0.4) return(invisible()) # no fifths
  cuts <- at(p$x[known], w[known], c(.2, .4, .6, .8))
  knots <- at(p$x[known], w[known], knot_shares)
  p$fifth <- relevel(factor(as.integer(cut(p$x, c(-Inf, cuts, Inf)))), ref = "3")
  bends <- spline_basis(p$x, knots)
  p$s2 <- bends[, 1]; p$s3 <- bends[, 2]
  p$kept <- known & members
  p <- p[!is.na(p$w) & p$w > 0, ]
  design <- subset(svydesign(~psu, strata = ~stratum, weights = ~w, data = p, nest = TRUE), kept %in% TRUE)
  set <- update(sets[[adjustment]], less)
  if (nutrient == "energy") set <- update(set, ~ . - energy - e2 - e3)
  design <- design[complete.cases(design$variables[, c("x", all.vars(set))]), ]
  name <- paste(mark, nutrient, scale, adjustment, group, sep = "|")
  by_fifth <- exact(update(set, case ~ fifth + .), design)
  ci <- confint(by_fifth)
  for (q in c(1, 2, 4, 5)) {
    term <- paste0("fifth", q)
    emit(name, q, odds_ratio = exp(coef(by_fifth)[[term]]), ci_low = exp(ci[term, 1]), ci_high = exp(ci[term, 2]))
  }
  smooth <- exact(update(set, case ~ x + s2 + s3 + .), design)
  bend <- regTermTest(smooth, ~ s2 + s3)
  any <- regTermTest(smooth, ~ x + s2 + s3)
  emit(name, "test", n = nobs(smooth), cases = sum(design$variables$case), bend_f = bend$Ftest[1], bend_p = bend$p[1],
       any_f = any$Ftest[1], any_p = any$p[1], df = bend$ddf,
       c(knot_1 = knots[1], knot_2 = knots[2], knot_3 = knots[3], knot_4 = knots[4]))
  t <- qt(0.975, smooth$df.residual)
  terms <- c("x", "s2", "s3")
  difference <- c(knots[4] - knots[2], spline_basis(knots[c(2, 4)], knots)[2, ] - spline_basis(knots[c(2, 4)], knots)[1, ])
  log_odds <- sum(difference * coef(smooth)[terms])
  se <- sqrt(drop(difference %*% vcov(smooth)[terms, terms] %*% difference))
  emit(name, "knot 4 against 2", odds_ratio = exp(log_odds), ci_low = exp(log_odds - t * se), ci_high = exp(log_odds + t * se))
}

cat("analysis,row,statistic,value\n")
scales <- c("amount", "density", "residual")
for (nutrient in names(endings)) for (scale in if (nutrient == "energy") "amount" else scales) for (set in names(sets)) {
  models(early, "strict", nutrient, scale, set)
}
models(early, "strict", "magnesium", "density", "full", "sex=female", early$female, ~ . - female)
models(early, "strict", "calcium", "density", "demographic", "sex=male", !early$female, ~ . - female)
models(early, "strict", "zinc", "residual", "full_energy_spline", "age=60+", early$age >= 60)
models(early, "strict", "fiber", "amount", "full", "diabetes=no", early$diabetes %in% 0, ~ . - diabetes)
models(early, "strict", "energy", "amount", "full", "diabetes=yes", early$diabetes %in% 1, ~ . - diabetes)
models(early, "strict", "sugars", "density", "full", "age=40-59", early$age %in% 40:59)
models(early, "loose", "magnesium", "residual", "full")
models(early, "pain", "magnesium", "density", "full")
models(early, "pain", "potassium", "residual", "full_energy_spline")
models(early, "pain", "protein", "amount", "demographic", "age=20-39", early$age %in% 20:39)
models(later, "ra", "magnesium", "amount", "full", less = ~ . - female)
models(later, "ra", "magnesium", "density", "full_energy_spline", less = ~ . - female)
models(later, "ra", "calcium", "residual", "demographic", less = ~ . - female)
models(later, "ra", "sodium", "density", "full", "age=60+", later$age >= 60, ~ . - female)
