output "configuration_set_name" {
  description = "Name of the configuration set."
  value       = aws_sesv2_configuration_set.mail.configuration_set_name
}
