namespace IntegrationHub.Host.Access;

/// <summary>Names an endpoint's operation and thereby its authorization.</summary>
public static class EndpointOperations
{
    /// <summary>Marks the endpoint and asks the policy of the same name; an open door asks none.</summary>
    public static T Does<T>(this T builder, Operation operation)
        where T : IEndpointConventionBuilder
    {
        builder.WithMetadata(new OperationAttribute(operation));
        if (operation == Operation.Open)
        {
            builder.AllowAnonymous();
        }
        else
        {
            builder.RequireAuthorization(operation.ToString());
        }

        return builder;
    }

    /// <summary>Lets test keys in: the door reads people through <see cref="CurrentReader"/> alone, which gives such a key invented ones.</summary>
    public static T HasInventedPeople<T>(this T builder)
        where T : IEndpointConventionBuilder => builder.WithMetadata(InventedPeopleAttribute.Instance);
}
