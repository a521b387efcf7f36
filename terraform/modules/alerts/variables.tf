variable "region" {
  description = "Region of the topic: that of the alarms, for an alarm can't publish elsewhere."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be a region's name, such as eu-west-1."
  }
}

variable "account_id" {
  description = "Account of the alarms."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits, in quotes."
  }
}

variable "name" {
  description = "Name of the topic, such as bbws-alerts-dev."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,256}$", var.name))
    error_message = "name must be 1 to 256 letters, digits, hyphens and underscores."
  }
}

variable "emails" {
  description = "Who is written to. Each has to confirm, by a link in the first mail."
  type        = set(string)

  validation {
    condition     = alltrue([for address in var.emails : can(regex("^[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+$", address))])
    error_message = "emails must be bare e-mail addresses such as on-call@kimmyai.io."
  }
}
