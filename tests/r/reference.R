# The referee: the same samples and estimates from the raw NHANES files with R's survey package alone.
#
#   NHANES_DIR=<folder of .xpt or .xpt.gz> Rscript tests/r/reference.R > tests/r/reference.csv
#
# Written from the published rules and not from the pipeline, so that the two can disagree. Prints one long table:
# analysis, row, statistic, value. Needs the package survey (Debian: r-cran-survey) and nothing else.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "people.R"))

emit <- function(analysis, row, ...) {
  values <- c(...)
  cat(sprintf("%s,%s,%s,%.10g\n", analysis, row, names(values), unname(values)), sep = "")
}

quintile_of <- function(p, inside) {
  order_mg <- order(p$mg[inside]); mg <- p$mg[inside][order_mg]; w <- p$w[inside][order_mg]
  cuts <- sapply(c(.2, .4, .6, .8), function(q) mg[which(cumsum(w) / sum(w) >= q - 1e-12)[1]])
  list(cuts = cuts, quintile = ifelse(inside, as.integer(cut(p$mg, c(-1, cuts, Inf))), NA))
}
outcome_design <- function(p, mark) {
  p$case <- p[[mark]]
  p$inside <- !is.na(p$case) & p$reliable
  q <- quintile_of(p, p$inside)
  p$quintile <- q$quintile
  p <- p[!is.na(p$w) & p$w > 0, ]
  emit(paste0("sample-", mark), "all", n = sum(p$inside), cases = sum(p$case[p$inside]),
       c(cut_1 = q$cuts[1], cut_2 = q$cuts[2], cut_3 = q$cuts[3], cut_4 = q$cuts[4]))
  svydesign(~psu, strata = ~stratum, weights = ~w, data = p, nest = TRUE)
}

# ---- Prevalence ---------------------------------------------------------------------------------------------------
one_row <- function(analysis, row, design) {
  people <- design$variables[weights(design, "sampling") > 0, ]
  fit <- svymean(~case, design)
  ci <- if (coef(fit) %in% 0:1) c(NaN, NaN) else attr(svyciprop(~case, design, method = "beta"), "ci")
  emit(analysis, row, n = nrow(people), cases = sum(people$case), prevalence = unname(coef(fit)),
       se = unname(SE(fit)[1]), ci_low = unname(ci[1]), ci_high = unname(ci[2]), df = degf(design))
}
by_quintile <- function(analysis, design) for (q in 1:5) {
  members <- design$variables$quintile %in% q
  if (any(members)) one_row(analysis, paste0("Q", q), design[members, ])
}
standardized <- function(analysis, design, standard) {
  weight <- svytable(~ageband + sex, standard)
  weight <- weight[rowSums(weight) > 0, , drop = FALSE]
  design <- update(design, ageband = droplevels(ageband))
  adjusted <- svystandardize(design, by = ~ageband + sex, over = ~quintile, population = weight)
  fit <- svyby(~case, ~quintile, adjusted, svymean)
  for (q in 1:5) emit(analysis, paste0("Q", q), prevalence = coef(fit)[[q]], se = SE(fit)[[q]])
}
jackknife <- function(analysis, replicates) {
  fit <- svyby(~case, ~quintile, replicates, svymean)
  for (q in 1:5) emit(analysis, paste0("Q", q), prevalence = coef(fit)[[q]], se = SE(fit)[[q]])
}

cat("analysis,row,statistic,value\n")
nerve <- outcome_design(early, "strict")
inside <- subset(nerve, inside)
one_row("neuropathy", "all", inside)
by_quintile("neuropathy", inside)
by_quintile("neuropathy-female", subset(inside, female))
by_quintile("neuropathy-male", subset(inside, !female))
by_quintile("neuropathy-female-60-74-diabetes", subset(inside, female & ageband == "60-74" & diabetes == 1))
by_quintile("neuropathy-diuretic-30plus-ckd-no", subset(inside, diuretic == 1 & bmi3 == "30plus" & ckd == 0))
by_quintile("neuropathy-male-75+-black", subset(inside, !female & ageband == "75+" & race == 4))
by_quintile("neuropathy-ppi", subset(inside, ppi == 1))
by_quintile("neuropathy-told-weak-kidneys", subset(inside, told %in% 1))
standardized("neuropathy-standardized", inside, inside)
standardized("neuropathy-standardized-female", subset(inside, female), subset(inside, female))
standardized("neuropathy-standardized-diabetes", subset(inside, diabetes == 1), inside)
obese <- subset(inside, diabetes == 1 & ckd == 0 & bmi3 == "30plus")  # nobody of one age-sex group in quintile 5
standardized("neuropathy-standardized-diabetes-ckd-no-30plus", obese, inside)
replicates <- as.svrepdesign(nerve, type = "JKn", mse = TRUE)
jackknife("neuropathy-jackknife", subset(replicates, inside))
jackknife("neuropathy-jackknife-male-diabetes", subset(replicates, inside & !female & diabetes %in% 1))
by_quintile("neuropathy_one_foot", subset(outcome_design(early, "loose"), inside))
ache <- subset(outcome_design(early, "pain"), inside)
by_quintile("chronic_pain", ache)
by_quintile("chronic_pain-female-20-39-diabetes-no", subset(ache, female & ageband == "20-39" & diabetes == 0))
joints <- subset(outcome_design(later, "ra"), inside)
by_quintile("rheumatoid_arthritis", joints)
by_quintile("rheumatoid_arthritis-60-74-ckd", subset(joints, ageband == "60-74" & ckd == 1))

# ---- Models -------------------------------------------------------------------------------------------------------
demographic <- ~ age + female + race
full <- ~ age + female + race + school + pir + bmi + smoking + hypertension + diabetes + kcal
complete <- function(design) design[complete.cases(design$variables[, all.vars(full)]), ]
odds <- function(analysis, design, adjustment) {
  design <- update(design, q = relevel(factor(quintile), ref = "3"))
  fit <- svyglm(update(adjustment, case ~ q + .), design, family = quasibinomial())
  ci <- confint(fit)
  for (q in c(1, 2, 4, 5)) {
    term <- paste0("q", q)
    emit(analysis, paste0("Q", q), odds_ratio = exp(coef(fit)[[term]]), ci_low = exp(ci[term, 1]),
         ci_high = exp(ci[term, 2]), se_log = SE(fit)[[term]], n = nobs(fit))
  }
}
spline_basis <- function(x, knots) {
  cube <- function(u) pmax(u, 0)^3
  k <- length(knots); last <- knots[k]; before <- knots[k - 1]
  sapply(1:(k - 2), function(j) (cube(x - knots[j]) - cube(x - before) * (last - knots[j]) / (last - before) +
    cube(x - last) * (before - knots[j]) / (last - before)) / (last - knots[1])^2)
}
curve_at <- c(60, 100, 150, 180, 220, 300, 350, 400, 450, 550)
spline <- function(analysis, design, adjustment, reference, knots) {
  basis <- spline_basis(design$variables$mg, knots)
  design <- update(design, s1 = mg, s2 = basis[, 1], s3 = basis[, 2])
  fit <- svyglm(update(adjustment, case ~ s1 + s2 + s3 + .), design, family = quasibinomial())
  terms <- c("s1", "s2", "s3")
  t <- qt(0.975, fit$df.residual)
  for (x in curve_at) {
    contrast <- c(x, spline_basis(c(x, reference), knots)[1, ]) -
      c(reference, spline_basis(c(x, reference), knots)[2, ])
    log_odds <- sum(contrast * coef(fit)[terms])
    se <- sqrt(drop(contrast %*% vcov(fit)[terms, terms] %*% contrast))
    emit(analysis, x, odds_ratio = exp(log_odds), ci_low = exp(log_odds - t * se), ci_high = exp(log_odds + t * se))
  }
  test <- regTermTest(fit, ~ s2 + s3)
  emit(analysis, "nonlinearity", F = test$Ftest[1], p = test$p[1], df = test$ddf)
}
knots <- with(list(mg = nerve$variables$mg[nerve$variables$inside], w = nerve$variables$w[nerve$variables$inside]), {
  o <- order(mg); sapply(c(.05, .35, .65, .95), function(q) mg[o][which(cumsum(w[o]) / sum(w) >= q - 1e-12)[1]])})
emit("knots-strict", "all", knot_1 = knots[1], knot_2 = knots[2], knot_3 = knots[3], knot_4 = knots[4])
odds("odds-crude", inside, ~ 1)
odds("odds-demographic", inside, demographic)
odds("odds-full", complete(inside), full)
odds("odds-demographic-female", subset(inside, female), ~ age + race)
odds("odds-full-diabetes", subset(complete(inside), diabetes == 1), update(full, ~ . - diabetes))
spline("spline-crude", inside, ~ 1, 257, knots)
spline("spline-demographic", inside, demographic, 257, knots)
spline("spline-full", complete(inside), full, 257, knots)

# ---- Intake -------------------------------------------------------------------------------------------------------
recent <- function(prefix, suffix, weight) {
  name <- function(topic) paste0(prefix, topic, suffix)
  people <- merge(pick(name("DEMO"), c(sex = "RIAGENDR", age = "RIDAGEYR", race = "RIDRETH3", stratum = "SDMVSTRA",
    psu = "SDMVPSU")), pick(name("DR1TOT"), c(mg = "DR1TMAGN", status = "DR1DRSTZ", w = weight)), by = "seqn")
  people <- merge(people, pick(name("DSQTOT"), c(pill = "DSQTMAGN")), by = "seqn", all.x = TRUE)
  people$pill[is.na(people$pill)] <- 0
  people <- people[!is.na(people$w) & people$w > 0, ]
  people$adult <- people$age >= 20 & people$status %in% 1 & !is.na(people$mg)
  young <- people$age <= 30
  people$below <- people$mg < ifelse(people$sex == 1, ifelse(young, 330, 350), ifelse(young, 255, 265))
  people$over <- people$pill > 350
  svydesign(~psu, strata = ~stratum, weights = ~w, data = people, nest = TRUE)
}
describe <- function(analysis, design) {
  share <- function(row, fit) emit(analysis, row, estimate = unname(coef(fit)[1]), se = unname(SE(fit)[1]))
  share("mean", svymean(~mg, design))
  share("share_below_ear", svymean(~as.numeric(below), design))
  share("share_above_ul", svymean(~as.numeric(over), design))
  for (p in c(5, 50, 95)) {
    q <- svyquantile(~mg, design, p / 100, qrule = "math")
    emit(analysis, sprintf("p%02d", p), estimate = unname(coef(q)))
  }
}
latest <- recent("", "_L", "WTDRD1")
before <- recent("P_", "", "WTDRD1PP")
describe("intake-2021-2023-female", subset(latest, adult & sex == 2))
describe("intake-2021-2023-75+", subset(latest, adult & age >= 75))
describe("intake-2017-2020-male-asian", subset(before, adult & sex == 1 & race == 6))
