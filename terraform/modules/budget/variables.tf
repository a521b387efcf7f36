variable "name" {
  description = "Name of the budget."
  type        = string

  validation {
    condition     = can(regex("^[^:\\\\]{1,100}$", var.name))
    error_message = "name must be 1 to 100 characters, without colon and backslash."
  }
}

variable "monthly_limit_usd" {
  description = "What a month may cost, in US dollars."
  type        = number

  validation {
    condition     = var.monthly_limit_usd > 0
    error_message = "monthly_limit_usd must be an amount in US dollars above 0."
  }
}

variable "emails" {
  description = "Who is written to: ten addresses at most, as AWS has it."
  type        = set(string)

  validation {
    condition     = length(var.emails) >= 1 && length(var.emails) <= 10
    error_message = "emails must be 1 to 10 addresses: AWS takes no more for a budget. Give a mailing list instead."
  }

  validation {
    condition     = alltrue([for address in var.emails : can(regex("^[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+$", address))])
    error_message = "emails must be bare e-mail addresses such as finance@kimmyai.io."
  }
}
