variable "region" {
  description = "Region that is watched; alarms, topic and dashboard lie there."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be a region's name, such as eu-west-1."
  }
}

variable "account_id" {
  description = "Account that is watched."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits, in quotes."
  }
}

variable "environment" {
  description = "The environment, a dimension of the service's own metrics."
  type        = string
}

variable "alerts_topic_name" {
  description = "Name of the topic that alarms publish to."
  type        = string
}

variable "alert_emails" {
  description = "Who is written to when an alarm goes off, and when it is over."
  type        = set(string)
}

variable "dashboard_name" {
  description = "Name of the dashboard. Dashboards belong to the account: regions need different ones."
  type        = string
}

variable "runbook_url" {
  description = "Address of the runbook that explains alarms: each description ends with it and an anchor."
  type        = string

  validation {
    condition     = can(regex("^https://[^#\\s]+$", var.runbook_url))
    error_message = "runbook_url must be an https address without an anchor."
  }
}

variable "functions" {
  description = "Rows of functions.json by name, with the name that each function has in AWS."
  type = map(object({
    function_name  = string
    timeoutSeconds = number
    environment    = list(string)
    trigger        = object({ type = string, rateMinutes = optional(number) })
  }))
}

variable "consumers" {
  description = "By name: the queues of the functions that read one."
  type = map(object({
    queue_name             = string
    dead_letter_queue_name = string
  }))

  validation {
    condition     = length(setsubtract(keys(var.consumers), keys(var.functions))) == 0
    error_message = "consumers must be among functions."
  }
}

variable "api" {
  description = "Name and stage of the API."
  type        = object({ api_name = string, stage_name = string })
}

variable "table_name" {
  description = "Name of the table."
  type        = string
}

variable "receiving_regions" {
  description = "The other regions that hold the table."
  type        = set(string)
  default     = []

  validation {
    condition     = !contains(var.receiving_regions, var.region)
    error_message = "receiving_regions must be the other regions: a region does not replicate to itself."
  }
}

variable "topic_name" {
  description = "Name of the topic of order events."
  type        = string
}

variable "configuration_set_name" {
  description = "Name of the configuration set that mails are sent with."
  type        = string
}
