variable "region" {
  description = "Region of the schedule."
  type        = string
}

variable "account_id" {
  description = "Account of the schedule."
  type        = string
}

variable "function_name" {
  description = "Name of the function that is invoked; the rule is named after it."
  type        = string
}

variable "alias_arn" {
  description = "ARN of the function's alias."
  type        = string
}

variable "alias_name" {
  description = "Name of the function's alias."
  type        = string
}

variable "rate_minutes" {
  description = "Minutes between two invocations."
  type        = number

  validation {
    condition     = var.rate_minutes >= 1 && floor(var.rate_minutes) == var.rate_minutes
    error_message = "rateMinutes of functions.json must be a whole number from 1."
  }
}
