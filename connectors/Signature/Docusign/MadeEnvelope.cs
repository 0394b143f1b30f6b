namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>What DocuSign answers to an envelope made.</summary>
internal sealed record MadeEnvelope
{
    public required string EnvelopeId { get; init; }
}
