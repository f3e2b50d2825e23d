# The referee: the same samples and estimates from the raw NHANES files with R's survey package alone.
#
#   NHANES_DIR=<folder of .xpt or .xpt.gz> Rscript tests/r/reference.R > tests/r/reference.csv
#
# Written from the published rules and not from the pipeline, so that the two can disagree. Prints one long table:
# analysis, row, statistic, value. Needs the package survey (Debian: r-cran-survey) and nothing else.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15)
folder <- Sys.getenv("NHANES_DIR")
if (folder == "") stop("set NHANES_DIR to the folder of the raw NHANES files")

# ---- SAS transport files, version 5 (SAS TS-140): records of 80 bytes, numbers as IBM doubles, texts in spaces ----------
RECORD <- 80

read_bytes <- function(name) {
  path <- file.path(folder, paste0(name, ".xpt"))
  if (!file.exists(path)) path <- paste0(path, ".gz")
  connection <- gzfile(path, "rb") # reads what is not zipped as well
  on.exit(close(connection))
  parts <- list()
  while (length(bytes <- readBin(connection, "raw", 1e7)) > 0) parts[[length(parts) + 1]] <- bytes
  do.call(c, parts)
}
whole <- function(bytes) sum(as.integer(bytes) * 256^((length(bytes) - 1):0))
text <- function(bytes) trimws(rawToChar(bytes[bytes != 0]))
ibm_numbers <- function(bytes) { # 8 rows, a column a value: sign and exponent of 16, then 56 bits of fraction
  parts <- matrix(as.integer(bytes), 8)
  fraction <- colSums(parts[-1, , drop = FALSE] * 256^-(1:7))
  numbers <- ifelse(parts[1, ] >= 128, -1, 1) * fraction * 16^(parts[1, ] %% 128 - 64)
  numbers[fraction == 0 & parts[1, ] != 0] <- NA # a missing value is a letter, a dot or an underscore, and no fraction
  numbers
}
texts <- function(bytes) { # a row a character, a column a value
  apply(bytes, 2, text)
}

# Every column of the file's one table, by name.
read_file <- function(name) {
  bytes <- read_bytes(name)
  header <- function(kind) { # where the record of this kind begins, by the first 28 bytes of the standard
    mark <- charToRaw(sprintf("HEADER RECORD*******%-8s", kind))
    starts <- seq(1, length(bytes) - RECORD + 1, RECORD)
    starts[vapply(starts, function(start) identical(bytes[start + 0:27], mark), TRUE)][1]
  }
  described <- header("NAMESTR")
  columns <- as.integer(text(bytes[described + 54:57]))
  size <- as.integer(text(bytes[header("MEMBER") + 74:77])) # of one description: 140 bytes, 136 on VMS
  width <- list()
  for (column in seq_len(columns)) {
    start <- described + RECORD + (column - 1) * size
    width[[text(bytes[start + 8:15])]] <- c(
      number = whole(bytes[start + 0:1]) == 1, bytes = whole(bytes[start + 4:5]), start = whole(bytes[start + 84:87])
    )
  }
  first <- header("OBS") + RECORD
  row <- sum(vapply(width, `[[`, 0, "bytes"))
  rows <- (length(bytes) - first + 1) %/% row
  values <- matrix(bytes[first - 1 + seq_len(rows * row)], row)
  blank <- colSums(values != as.raw(0x20)) == 0 # the last record is filled up with spaces
  values <- values[, !blank, drop = FALSE]
  table <- lapply(width, function(one) {
    part <- values[one[["start"]] + seq_len(one[["bytes"]]), , drop = FALSE]
    if (!one[["number"]]) return(texts(part))
    ibm_numbers(rbind(part, matrix(as.raw(0), 8 - one[["bytes"]], ncol(part)))) # short numbers have lost their last bytes
  })
  as.data.frame(table)
}
pick <- function(name, columns) {
  table <- read_file(name)[, c("SEQN", columns)]
  names(table) <- c("seqn", names(columns))
  table
}
emit <- function(analysis, row, ...) {
  values <- c(...)
  cat(sprintf("%s,%s,%s,%.10g\n", analysis, row, names(values), unname(values)), sep = "")
}

# ---- People -------------------------------------------------------------------------------------------------------
drug <- read_file("RXQ_DRUG")
of_class <- function(class) {
  columns <- c("RXDDCI1B", "RXDDCI1C", grep("^RXDICI.*B$", names(drug), value = TRUE))
  trimws(as.character(drug$RXDDRGID[rowSums(drug[, columns] == class, na.rm = TRUE) > 0]))
}
people_of <- function(suffix, diet, nutrient, energy, status, creatinine_file, creatinine, kidney_file, kidney, use) {
  early <- suffix %in% c("", "_B")
  demo <- pick(paste0("DEMO", suffix), c(sex = "RIAGENDR", age = "RIDAGEYR", race = "RIDRETH1", school = "DMDEDUC2",
    pir = "INDFMPIR", stratum = "SDMVSTRA", psu = "SDMVPSU", if (early) c(mec4 = "WTMEC4YR"), mec2 = "WTMEC2YR"))
  food <- pick(diet, c(mg = nutrient, kcal = energy, status = status, day2 = "WTDRD1", if (early) c(day4 = "WTDR4YR")))
  merge_all <- function(a, b) merge(a, b, by = "seqn", all.x = TRUE)
  people <- Reduce(merge_all, list(demo, food,
    pick(paste0("BMX", suffix), c(bmi = "BMXBMI", kg = "BMXWT")), pick(paste0("DIQ", suffix), c(diq = "DIQ010")),
    pick(paste0("BPQ", suffix), c(bpq = "BPQ020")), pick(paste0("SMQ", suffix), c(ever = "SMQ020", now = "SMQ040")),
    pick(kidney_file, c(told = kidney)), pick(creatinine_file, c(scr = creatinine))))
  if (suffix == "") people$scr <- 1.013 * people$scr + 0.147
  rx <- read_file(paste0("RXQ_RX", suffix))
  rx$id <- trimws(as.character(rx$RXDDRGID)); rx$id[is.na(rx$id)] <- ""
  rx$any <- rx[[use]]
  known <- unique(rx$SEQN[(rx$any %in% 1 & rx$id != "") | rx$any %in% 2])
  for (medicine in c("diuretic", "ppi")) {
    takers <- unique(rx$SEQN[rx$id %in% of_class(c(diuretic = 49, ppi = 272)[[medicine]])])
    people[[medicine]] <- ifelse(people$seqn %in% known, as.integer(people$seqn %in% takers), NA)
  }
  people$suffix <- suffix
  for (column in c("mec4", "day4")) if (!column %in% names(people)) people[[column]] <- NA
  people
}
early <- rbind(
  people_of("", "DRXTOT", "DRXTMAGN", "DRXTKCAL", "DRDDRSTS", "LAB18", "LBXSCR", "KIQ", "KIQ020", "RXD030"),
  people_of("_B", "DRXTOT_B", "DRXTMAGN", "DRXTKCAL", "DRDDRSTZ", "L40_B", "LBDSCR", "KIQ_U_B", "KIQ022", "RXD030"),
  people_of("_C", "DR1TOT_C", "DR1TMAGN", "DR1TKCAL", "DR1DRSTZ", "L40_C", "LBXSCR", "KIQ_U_C", "KIQ022", "RXDUSE"))
later <- do.call(rbind, lapply(c("_C", "_D", "_E", "_F", "_G", "_H", "_I"), function(s) {
  chemistry <- if (s == "_C") "L40_C" else paste0("BIOPRO", s)
  people_of(s, paste0("DR1TOT", s), "DR1TMAGN", "DR1TKCAL", "DR1DRSTZ", chemistry, "LBXSCR", paste0("KIQ_U", s),
            "KIQ022", "RXDUSE")}))
classify <- function(p) {
  p$w <- ifelse(p$suffix %in% c("", "_B"), 2 / 3 * p$day4, p$day2 / 3)
  p$egfr <- with(p, {k <- ifelse(sex == 2, 0.7, 0.9); a <- ifelse(sex == 2, -0.241, -0.302)
    142 * pmin(scr / k, 1)^a * pmax(scr / k, 1)^-1.2 * 0.9938^age * ifelse(sex == 2, 1.012, 1)})
  p$ckd <- as.integer(p$egfr < 60)
  p$diabetes <- ifelse(p$diq %in% 1, 1, ifelse(p$diq %in% 2:3, 0, NA))
  p$hypertension <- ifelse(p$bpq %in% 1, 1, ifelse(p$bpq %in% 2, 0, NA))
  p$smoking <- factor(ifelse(p$ever %in% 2, "never", ifelse(p$ever %in% 1 & p$now %in% 3, "former",
    ifelse(p$ever %in% 1 & p$now %in% 1:2, "current", NA))))
  p$school <- factor(ifelse(p$school %in% 1:5, p$school, NA)); p$race <- factor(p$race); p$female <- p$sex == 2
  p$bmi3 <- cut(p$bmi, c(0, 25, 30, Inf), right = FALSE, labels = c("under25", "25-29", "30plus"))
  p$ageband <- cut(p$age, c(0, 19, 39, 59, 74, Inf), labels = c("0-19", "20-39", "40-59", "60-74", "75+"))
  p$reliable <- p$status %in% 1 & !is.na(p$mg)
  p
}
early <- classify(early); later <- classify(later); later$w <- later$day2 / 7

# ---- Outcomes -----------------------------------------------------------------------------------------------------
feet <- do.call(rbind, lapply(c("LEXPN", "LEXPN_B", "LEXPN_C"), pick, c(left = "LEALPN", right = "LEARPN")))
feet$left[feet$left < 0] <- NA; feet$right[feet$right < 0] <- NA
early <- merge(early, feet, by = "seqn", all.x = TRUE)
early$hit <- with(early, (left %in% 1:3) | (right %in% 1:3))
early$strict <- with(early, ifelse(age < 40, NA, ifelse(hit, 1, ifelse(left %in% 0 & right %in% 0, 0, NA))))
early$loose <- with(early, ifelse(age < 40, NA, ifelse(hit, 1, ifelse(left %in% 0 | right %in% 0, 0, NA))))
pain <- do.call(rbind, lapply(c("MPQ", "MPQ_B", "MPQ_C"), pick, c(mpq100 = "MPQ100", mpq110 = "MPQ110")))
early <- merge(early, pain, by = "seqn", all.x = TRUE)
early$pain <- with(early, ifelse(age < 20, NA, ifelse(mpq100 %in% 2 | (mpq100 %in% 1 & mpq110 %in% 1:2), 0,
  ifelse(mpq100 %in% 1 & mpq110 %in% 3:4, 1, NA))))
arthritis <- do.call(rbind, lapply(c("_C", "_D", "_E", "_F", "_G", "_H", "_I"), function(s) {
  type <- if (s %in% c("_C", "_D", "_E")) "MCQ190" else if (s == "_F") "MCQ191" else "MCQ195"
  answers <- pick(paste0("MCQ", s), c(told = "MCQ160A", type = type))
  code <- if (type == "MCQ195") 2 else 1
  data.frame(seqn = answers$seqn, ra = ifelse(answers$told %in% 1 & answers$type %in% code, 1,
    ifelse(answers$told %in% 2, 0, NA)))}))
later <- merge(later, arthritis, by = "seqn", all.x = TRUE)
later$ra[later$age < 20 | later$age > 80 | !later$female] <- NA

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
