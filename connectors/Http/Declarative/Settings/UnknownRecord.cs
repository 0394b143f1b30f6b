namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>What a golden record without a record there means.</summary>
public enum UnknownRecord
{
    /// <summary>Nothing is written: the system makes its records itself, as a portal its accounts.</summary>
    Skip,

    /// <summary>It is refused, and parked.</summary>
    Refuse,
}
