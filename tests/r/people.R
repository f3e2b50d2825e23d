# The raw NHANES files and who is in them, for both referees: a reader of SAS transport files, everyone's covariates, the outcomes.
# Gives early (1999-2004) and later (2003-2016), a row a person. Needs NHANES_DIR and no package.
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
