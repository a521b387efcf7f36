# How it is watched, kept and paid for.

variable "canary" {
  description = "How a new version takes over: null for at once; else `terraform apply` leaves it waiting, and `pnpm canary shift` gives it this percentage of the invocations for so many minutes, then all, or takes it back when an alarm goes off."
  type        = object({ percent = number, minutes = number })
  default     = null

  validation {
    condition     = var.canary == null || try(var.canary.percent >= 1 && var.canary.percent <= 50 && floor(var.canary.percent) == var.canary.percent, false)
    error_message = "canary.percent must be a whole number from 1 to 50."
  }

  # Most alarms look at five minutes.
  validation {
    condition     = var.canary == null || try(var.canary.minutes >= 5 && var.canary.minutes <= 40 && floor(var.canary.minutes) == var.canary.minutes, false)
    error_message = "canary.minutes must be a whole number from 5 to 40: an alarm needs five minutes to go off, and the job that deploys has an hour."
  }
}

variable "log_level" {
  description = "What the functions log: DEBUG, INFO, WARN or ERROR."
  type        = string
  default     = "INFO"

  validation {
    condition     = contains(["DEBUG", "INFO", "WARN", "ERROR"], var.log_level)
    error_message = "log_level must be DEBUG, INFO, WARN or ERROR."
  }
}

variable "log_retention_days" {
  description = "How long logs are kept, in days."
  type        = number

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a span that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "enable_xray" {
  description = "Whether X-Ray traces functions and API (R-OPS-04)."
  type        = bool
  default     = false
}

variable "point_in_time_recovery_days" {
  description = "How far back the table can be restored, in days."
  type        = number

  validation {
    condition     = var.point_in_time_recovery_days >= 1 && var.point_in_time_recovery_days <= 35 && floor(var.point_in_time_recovery_days) == var.point_in_time_recovery_days
    error_message = "point_in_time_recovery_days must be a whole number from 1 to 35."
  }

  validation {
    condition     = length(var.regions) == 1 || var.point_in_time_recovery_days == 35
    error_message = "point_in_time_recovery_days must be 35 with two regions: a replica keeps 35 days, and either may have to be restored."
  }
}

variable "deletion_protection" {
  description = "Whether the table refuses to be deleted."
  type        = bool

  validation {
    condition     = var.deletion_protection || var.environment != "prod"
    error_message = "deletion_protection must be true in prod (R-DAT-01)."
  }
}

variable "orders_glacier_after_days" {
  description = "After how many days invoices move to Glacier Instant Retrieval; null for never."
  type        = number
  default     = null

  validation {
    condition     = var.orders_glacier_after_days == null || try(var.orders_glacier_after_days >= 90 && var.orders_glacier_after_days < 2557, false)
    error_message = "orders_glacier_after_days must be 90 or more and less than the seven years that invoices are kept, or null."
  }
}

variable "alert_emails" {
  description = "Who is written to when an alarm goes off, beside what else listens to the alerts topic."
  type        = list(string)

  validation {
    condition     = length(var.alert_emails) > 0
    error_message = "alert_emails must name somebody: an alarm that nobody hears is none."
  }

  validation {
    condition = alltrue([
      for address in var.alert_emails : can(regex(local.email_address, address))
    ])
    error_message = "alert_emails must be bare e-mail addresses such as on-call@kimmyai.io."
  }
}

variable "monthly_budget_usd" {
  description = "What a month may cost, in US dollars; mails are sent before it is used up."
  type        = number

  validation {
    condition     = var.monthly_budget_usd > 0
    error_message = "monthly_budget_usd must be an amount in US dollars above 0."
  }
}

variable "repository_url" {
  description = "Address of this repository, for links from alarms to the runbooks."
  type        = string
  default     = "https://github.com/bbws/order-service"

  validation {
    condition     = can(regex("^https://[a-z0-9.-]+/[^?#\\s]+[^/?#\\s]$", var.repository_url))
    error_message = "repository_url must be an https address without a slash at the end, such as https://github.com/bbws/order-service."
  }
}
