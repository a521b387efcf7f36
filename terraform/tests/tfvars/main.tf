# Reads var file and backend file of an environment, so that tests try what is deployed.
terraform {
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
    }
  }
}

variable "environment" {
  description = "Whose var file."
  type        = string
}

output "values" {
  description = "The variables that the file sets."
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../${var.environment}.tfvars"))
}

output "backend" {
  description = "Where the state lies."
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../backends/${var.environment}.s3.tfbackend"))
}

output "operated" {
  description = "What the project's commands know of the environment."
  value       = jsondecode(file("${path.module}/../../environments.json"))[var.environment]
}
