# The root has validated what people type.

variable "region" {
  description = "The region."
  type        = string
}

variable "primary_region" {
  description = "The region that is first; its names have no suffix."
  type        = string
}

variable "replica_regions" {
  description = "The other regions of the table."
  type        = list(string)
}

variable "name_suffix" {
  description = "Ends names that are the same for all regions, those of roles and buckets; empty in the primary region."
  type        = string
}

variable "account_id" {
  description = "The account."
  type        = string
}

variable "environment" {
  description = "The environment; part of every name."
  type        = string
}

variable "functions_file" {
  description = "functions/functions.json, decoded."
  type = object({
    queues = object({
      maxReceiveCount                     = number
      retentionDays                       = number
      deadLetterRetentionDays             = number
      visibilityTimeoutPerFunctionTimeout = number
    })
    functions = map(object({
      description    = string
      memoryMb       = number
      timeoutSeconds = number
      environment    = list(string)
      trigger = object({
        type = string
        # queue
        queue              = optional(string)
        eventTypes         = optional(list(string))
        batchSize          = optional(number)
        batchWindowSeconds = optional(number)
        maximumConcurrency = optional(number)
        # schedule
        rateMinutes = optional(number)
      })
    }))
  })

  validation {
    condition     = alltrue([for row in values(var.functions_file.functions) : contains(["http", "queue", "schedule"], row.trigger.type)])
    error_message = "trigger.type of functions.json must be http, queue or schedule."
  }
}

variable "openapi_file" {
  description = "Path of the OpenAPI document."
  type        = string
}

variable "artifact" {
  description = "Path of a function's zip; {function} stands for its name."
  type        = string
}

variable "table_name" {
  description = "Name of the table."
  type        = string
}

variable "user_pool_arns" {
  description = "ARNs of the Cognito user pools that the API trusts: those of every region."
  type        = list(string)
}

variable "ses_identity_arn" {
  description = "ARN of the SES identity that mails are sent from."
  type        = string
}

variable "cart_lambda_api_url" {
  description = "Address of the Cart API, without /carts."
  type        = string
}

variable "cart_api_arn" {
  description = "ARN of the Cart API, when requests to it are signed."
  type        = string
}

variable "cart_authentication" {
  description = "none, sigv4:execute-api or sigv4:lambda."
  type        = string
}

variable "order_number_letter" {
  description = "Letter in this region's order numbers; empty in the primary region."
  type        = string
}

variable "business_time_zone" {
  description = "Zone in which a day begins and ends."
  type        = string
}

variable "customer_portal_url" {
  description = "Address of the customer portal."
  type        = string
}

variable "admin_portal_url" {
  description = "Address of the admin portal."
  type        = string
}

variable "ses_from_address" {
  description = "Sender of every mail."
  type        = string
}

variable "support_email" {
  description = "Reply-To of every mail."
  type        = string
}

variable "internal_notification_email" {
  description = "Who hears of every order."
  type        = string
}

variable "invoice_supplier" {
  description = "Who issues invoices."
  type = object({
    name                = string
    address             = list(string)
    vat_number          = string
    registration_number = string
    bank = object({
      name        = string
      branch_code = string
      account     = string
      reference   = optional(string)
    })
    phone = optional(string)
    email = optional(string)
    terms = optional(string)
  })
}

variable "order_update_groups" {
  description = "Who may set which status."
  type        = list(string)
}

variable "allowed_origins" {
  description = "Origins that browsers may call the API from."
  type        = list(string)
}

variable "api_domain" {
  description = "The name under which the API answers: `domain` of modules/api."
  type = object({
    mode            = string
    name            = string
    base_path       = optional(string)
    certificate_arn = optional(string)
    tls_policy      = optional(string)
    regional_name   = optional(string)
  })
}

variable "throttle_rate" {
  description = "Most requests a second, on average."
  type        = number
}

variable "throttle_burst" {
  description = "Most requests at once."
  type        = number
}

variable "waf" {
  description = "The firewall's limit per address; null for no firewall."
  type        = object({ requests_per_five_minutes = number })
}

variable "canary" {
  description = "How new versions take over; null for at once."
  type        = object({ percent = number, minutes = number })
}

variable "log_level" {
  description = "What the functions log."
  type        = string
}

variable "log_retention_days" {
  description = "How long logs are kept, in days."
  type        = number
}

variable "enable_xray" {
  description = "Whether X-Ray traces functions and API."
  type        = bool
}

variable "orders_glacier_after_days" {
  description = "After how many days invoices move to Glacier Instant Retrieval; null for never."
  type        = number
}

variable "force_destroy" {
  description = "Whether buckets go with their objects."
  type        = bool
}

variable "alert_emails" {
  description = "Who is written to when an alarm goes off."
  type        = list(string)
}

variable "repository_url" {
  description = "Address of the repository, for links to the runbooks."
  type        = string
}
