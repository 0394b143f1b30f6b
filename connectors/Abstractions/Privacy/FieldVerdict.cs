namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>What a field's name alone says; the stricter is the greater.</summary>
internal enum FieldVerdict
{
    Allowed,

    /// <summary>Removed when it holds a text; an object of that name (a document's type and size) is looked into.</summary>
    ForbiddenText,

    /// <summary>Removed whatever it holds.</summary>
    Forbidden,
}
