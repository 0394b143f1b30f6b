namespace IntegrationHub.Host.Linkage;

/// <summary>How a column of any meaning is compared.</summary>
public enum GenericKind
{
    /// <summary>Words: the same, nearly, in part.</summary>
    Text,

    /// <summary>The same or not.</summary>
    Code,

    /// <summary>The same, a digit apart, close.</summary>
    Number,

    /// <summary>Day, month and year.</summary>
    Date,
}
