# What the functions need to know of the business.

variable "business_time_zone" {
  description = "Zone in which a day begins and ends, for order numbers, invoices and mails."
  type        = string
  default     = "Africa/Johannesburg"

  validation {
    condition     = can(regex("^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_+-]+){1,2})$", var.business_time_zone))
    error_message = "business_time_zone must be a zone of the IANA list such as Africa/Johannesburg."
  }
}

variable "cart_authentication" {
  description = "How the Cart API is asked: none, or signed for an API Gateway (sigv4:execute-api) or a Lambda function URL (sigv4:lambda) of the same region."
  type        = string
  default     = "none"

  validation {
    condition     = contains(["none", "sigv4:execute-api", "sigv4:lambda"], var.cart_authentication)
    error_message = "cart_authentication must be none, sigv4:execute-api or sigv4:lambda."
  }
}

variable "customer_portal_url" {
  description = "Address of the customer portal, for links in mails to customers."
  type        = string

  validation {
    condition     = can(regex(local.https_address, var.customer_portal_url))
    error_message = "customer_portal_url must be an https address without a query, such as https://portal.bbws.io."
  }
}

variable "admin_portal_url" {
  description = "Address of the admin portal, for links in mails to the team."
  type        = string

  validation {
    condition     = can(regex(local.https_address, var.admin_portal_url))
    error_message = "admin_portal_url must be an https address without a query, such as https://admin.bbws.io."
  }
}

variable "ses_from_address" {
  description = "Sender of every mail: an address of the SES identity."
  type        = string

  validation {
    condition     = can(regex(local.email_address, var.ses_from_address))
    error_message = "ses_from_address must be one bare e-mail address such as noreply@kimmyai.io."
  }

  validation {
    condition = alltrue([
      for identity in [for settings in values(var.regions) : regex("[^/]*$", settings.ses_identity_arn)] :
      var.ses_from_address == identity || endswith(var.ses_from_address, "@${identity}") || endswith(var.ses_from_address, ".${identity}")
    ])
    error_message = "ses_from_address must belong to the identity of every region: correct it, or ses_identity_arn."
  }
}

variable "support_email" {
  description = "Where customers write to: Reply-To of every mail."
  type        = string

  validation {
    condition     = can(regex(local.email_address, var.support_email))
    error_message = "support_email must be one bare e-mail address such as support@kimmyai.io."
  }
}

variable "internal_notification_email" {
  description = "Who hears of every order."
  type        = string

  validation {
    condition     = can(regex(local.email_address, var.internal_notification_email))
    error_message = "internal_notification_email must be one bare e-mail address such as orders@kimmyai.io."
  }
}

variable "invoice_supplier" {
  description = "Who issues invoices, and how to pay: what packages/domain/src/supplier.ts asks for."
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

  validation {
    condition = alltrue([
      for text in concat([var.invoice_supplier.name, var.invoice_supplier.bank.name], var.invoice_supplier.address) :
      can(regex("^[^[:cntrl:]]{1,60}$", text)) && trimspace(text) != ""
    ])
    error_message = "invoice_supplier: name, bank.name and each line of address must have 1 to 60 characters on one line."
  }

  validation {
    condition     = length(var.invoice_supplier.address) >= 1 && length(var.invoice_supplier.address) <= 5
    error_message = "invoice_supplier.address must have 1 to 5 lines."
  }

  validation {
    condition     = can(regex("^[0-9]{10}$", var.invoice_supplier.vat_number))
    error_message = "invoice_supplier.vat_number must be 10 digits, in quotes."
  }

  validation {
    condition     = can(regex("^[^[:cntrl:]]{1,30}$", var.invoice_supplier.registration_number))
    error_message = "invoice_supplier.registration_number must have 1 to 30 characters."
  }

  validation {
    condition     = can(regex("^[0-9]{6}$", var.invoice_supplier.bank.branch_code)) && can(regex("^[0-9]{6,16}$", var.invoice_supplier.bank.account))
    error_message = "invoice_supplier.bank: branch_code must be 6 digits and account 6 to 16, in quotes."
  }

  validation {
    condition     = var.invoice_supplier.email == null || can(regex(local.email_address, var.invoice_supplier.email))
    error_message = "invoice_supplier.email must be one bare e-mail address, or be left out."
  }

  validation {
    condition = (
      (var.invoice_supplier.phone == null || can(regex("^[^[:cntrl:]]{1,30}$", var.invoice_supplier.phone))) &&
      (var.invoice_supplier.terms == null || can(regex("^[^[:cntrl:]]{1,400}$", var.invoice_supplier.terms))) &&
      (var.invoice_supplier.bank.reference == null || can(regex("^[^[:cntrl:]]{1,60}$", var.invoice_supplier.bank.reference)))
    )
    error_message = "invoice_supplier: phone has at most 30 characters, bank.reference 60, terms 400, each on one line; or leave them out."
  }
}
